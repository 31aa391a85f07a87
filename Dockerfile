# Builds Encore and runs it with the same files of payara-config/ that a laptop and the tests use.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY pom.xml ./
COPY .mvn .mvn
COPY sql sql
COPY src src
RUN mvn -B -ntp -Dmaven.test.skip=true test-compile war:war@default-war dependency:copy@server assembly:single@adapter

FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 --home-dir /opt/encore encore \
 && apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
WORKDIR /opt/encore
COPY --from=build /src/target/server/ ./
COPY --from=build /src/target/encore.war ./
COPY payara-config payara-config
RUN mkdir -p /var/lib/encore && chown encore /var/lib/encore
USER encore
ENV ENCORE_HTTP_ADDRESS=0.0.0.0 \
    JAVA_OPTIONS="-XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError"
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=3 \
  CMD curl -fs http://127.0.0.1:8080/health/ready | grep -q migrations
ENTRYPOINT ["sh", "-c", "exec java $JAVA_OPTIONS -Dhazelcast.metrics.enabled=false -Duser.timezone=UTC -jar payara-micro.jar --nocluster --disablephonehome --port 8080 --rootdir /var/lib/encore/server --addlibs postgresql.jar --logproperties payara-config/logging.properties --prebootcommandfile payara-config/pre-boot.asadmin --postbootcommandfile payara-config/post-boot.asadmin --contextroot / --deploy encore.war"]

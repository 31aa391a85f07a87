package fan.encore.inserver;

import java.io.File;
import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The one deployment of all tests inside the server: the very WAR that was packaged, and the tests.
 */
@ArquillianSuiteDeployment
public class InServer {

  @Deployment
  public static WebArchive encore() {
    return ShrinkWrap.create(ZipImporter.class, "encore.war")
        .importFrom(new File(System.getProperty("encore.target"), "encore.war"))
        .as(WebArchive.class)
        .addPackages(true, "fan.encore.inserver");
  }
}

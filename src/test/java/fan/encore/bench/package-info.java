/**
 * How fast Encore is, from outside: {@code mvn -Pbench verify}. Beside each figure stand two
 * ceilings of the same run: the statement alone over plain JDBC, and the server alone with an
 * answer that costs it next to nothing. Figures of two machines, or of two loads of one machine, do
 * not compare; the ratios do. Afterwards the books and the stock must be in order, or the run
 * fails.
 */
package fan.encore.bench;

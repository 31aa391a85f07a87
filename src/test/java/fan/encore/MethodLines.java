package fan.encore;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Counts the lines of methods as a reader does: what stands between the braces without blank lines,
 * comments, lone brackets, and lines that are nothing but text, because a statement of SQL is read
 * as one thing.
 */
final class MethodLines extends TreeScanner<Void, Void> {

  private static final Pattern NO_CODE =
      Pattern.compile("(//|/\\*|\\*|\"|\\+ \").*|[(){}\\[\\];]*");

  private final int most;
  private final CompilationUnitTree unit;
  private final SourcePositions positions;
  private final String[] lines;
  private final Map<String, Long> found;

  private MethodLines(
      int most, CompilationUnitTree unit, SourcePositions positions, Map<String, Long> found)
      throws IOException {
    this.most = most;
    this.unit = unit;
    this.positions = positions;
    this.lines = unit.getSourceFile().getCharContent(true).toString().split("\n");
    this.found = found;
  }

  /** The methods under a folder that have more lines, with their number. */
  static Map<String, Long> longerThan(int most, Path folder) {
    Map<String, Long> found = new TreeMap<>();
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (Stream<Path> all = Files.walk(folder);
        StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      var sources =
          files.getJavaFileObjectsFromPaths(
              all.filter(path -> path.toString().endsWith(".java")).toList());
      List<String> options = List.of("-proc:none");
      var task = (JavacTask) compiler.getTask(null, files, null, options, null, sources);
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        new MethodLines(most, unit, positions, found).scan(unit, null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  @Override
  public Void visitMethod(MethodTree method, Void nothing) {
    if (method.getBody() != null) {
      LineMap map = unit.getLineMap();
      long first = map.getLineNumber(positions.getStartPosition(unit, method.getBody())) + 1;
      long last = map.getLineNumber(positions.getEndPosition(unit, method.getBody())) - 1;
      long count = code(first, last);
      if (count > most) {
        Path file = Path.of(unit.getSourceFile().toUri());
        found.put(file.getFileName() + " " + method.getName() + ":" + first, count);
      }
    }
    return super.visitMethod(method, nothing);
  }

  private long code(long first, long last) {
    long count = 0;
    boolean inText = false;
    for (long number = first; number <= last; number++) {
      String line = lines[(int) number - 1].strip();
      boolean fence = line.contains("\"\"\"");
      boolean prose = inText || NO_CODE.matcher(line).matches();
      inText = inText != fence;
      count += prose || line.startsWith("\"\"\"") ? 0 : 1;
    }
    return count;
  }
}

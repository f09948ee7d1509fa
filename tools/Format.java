import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Checks or applies the format of every Java file below a folder.
///
/// Usage: `java tools/Format.java (--check|--apply) FOLDER`, with google-java-format on the class
/// path.
public final class Format {

  private static final Set<String> LEFT_OUT = Set.of("target", ".git", "node_modules", ".tripoint");

  private Format() {}

  public static void main(String[] args) throws IOException {
    boolean apply = args[0].equals("--apply");
    Formatter formatter =
        new Formatter(JavaFormatterOptions.builder().reorderModifiers(true).build());
    List<Path> different = new ArrayList<>();
    for (Path file : javaFilesBelow(Path.of(args[1]))) {
      String source = Files.readString(file);
      String formatted = format(formatter, file, source);
      if (!formatted.equals(source)) {
        different.add(file);
        if (apply) {
          Files.writeString(file, formatted);
        }
      }
    }
    if (!apply && !different.isEmpty()) {
      different.forEach(file -> System.err.println("not formatted: " + file));
      System.err.println("Run: mvn validate -Pformat");
      System.exit(1);
    }
  }

  private static String format(Formatter formatter, Path file, String source) {
    try {
      return formatter.formatSourceAndFixImports(source);
    } catch (FormatterException e) {
      throw new IllegalStateException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static List<Path> javaFilesBelow(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            return LEFT_OUT.contains(String.valueOf(dir.getFileName()))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".java")) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }
}

package simul.ci.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What a Visual Studio C++ project (.vcxproj) says of its build, for one configuration. Settings
 * that are often made for one configuration only, and do no harm in others, are those of all.
 *
 * @param configuration as "Release|x64"
 * @param sources as they are listed, with backslashes
 * @param includeFolders of all configurations
 * @param defines of all configurations, without _DEBUG and NDEBUG
 * @param libraries given to the linker
 * @param characterSet "Unicode", "MultiByte" or empty
 * @param isWindowed whether it has windows and no console
 * @param standard as "stdcpp17", the newest of all configurations; empty for the compiler's own
 */
record VcxProject(
    String configuration,
    List<String> sources,
    List<String> includeFolders,
    List<String> defines,
    List<String> libraries,
    String characterSet,
    boolean isWindowed,
    String standard) {
  private static final List<String> PREFERRED =
      List.of("Release|x64", "Debug|x64", "Release|Win32", "Debug|Win32");

  private static final Pattern COMPARISON =
      Pattern.compile("\\s*'([^']*)'\\s*(==|!=)\\s*'([^']*)'\\s*");

  private static final long LARGEST_BYTES = 4 << 20;

  /** Reads a project's file; external entities and document types are refused. */
  static VcxProject load(Path file) throws IOException {
    if (Files.size(file) > LARGEST_BYTES) {
      throw new IOException(file.getFileName() + " is too large for a project file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setExpandEntityReferences(false);
      var builder = factory.newDocumentBuilder();
      // The default one prints.
      builder.setErrorHandler(null);
      return new Reading(builder.parse(in)).project();
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(file.getFileName() + " is no project file: " + e.getMessage(), e);
    }
  }

  /** One pass over a document. */
  private static final class Reading {
    private final Document document;
    private final String configuration;

    Reading(Document document) {
      this.document = document;
      List<String> all =
          elements("ProjectConfiguration").stream()
              .map(e -> e.getAttribute("Include"))
              .filter(include -> include.matches("[^|]+\\|[^|]+"))
              .toList();
      this.configuration =
          PREFERRED.stream()
              .filter(all::contains)
              .findFirst()
              .orElse(all.isEmpty() ? PREFERRED.get(0) : all.get(0));
    }

    VcxProject project() {
      Set<String> defines = new LinkedHashSet<>(lists("PreprocessorDefinitions"));
      defines.removeAll(Set.of("_DEBUG", "NDEBUG"));
      return new VcxProject(
          configuration,
          sources(),
          lists("AdditionalIncludeDirectories"),
          List.copyOf(defines),
          lists("AdditionalDependencies"),
          chosen("CharacterSet").orElse(""),
          chosen("SubSystem").orElse("").equals("Windows"),
          newest());
    }

    private List<Element> elements(String tag) {
      NodeList nodes = document.getElementsByTagName(tag);
      List<Element> elements = new ArrayList<>();
      for (int i = 0; i < nodes.getLength(); i++) {
        elements.add((Element) nodes.item(i));
      }
      return elements;
    }

    private List<String> sources() {
      return elements("ClCompile").stream()
          .filter(e -> !e.getAttribute("Include").isBlank())
          .filter(e -> !isExcluded(e))
          .map(e -> e.getAttribute("Include"))
          .toList();
    }

    private boolean isExcluded(Element source) {
      NodeList marks = source.getElementsByTagName("ExcludedFromBuild");
      for (int i = 0; i < marks.getLength(); i++) {
        Element mark = (Element) marks.item(i);
        if (isChosen(mark) && mark.getTextContent().strip().equalsIgnoreCase("true")) {
          return true;
        }
      }
      return false;
    }

    /** The items of a list that is separated by semicolons, wherever it stands. */
    private List<String> lists(String tag) {
      Set<String> items = new LinkedHashSet<>();
      for (Element element : elements(tag)) {
        for (String item : element.getTextContent().split(";")) {
          if (!item.isBlank() && !item.contains("%(")) {
            items.add(item.strip());
          }
        }
      }
      return List.copyOf(items);
    }

    private Optional<String> chosen(String tag) {
      return elements(tag).stream()
          .filter(this::isChosen)
          .map(e -> e.getTextContent().strip())
          .reduce((first, last) -> last);
    }

    private String newest() {
      return elements("LanguageStandard").stream()
          .map(e -> e.getTextContent().strip().toLowerCase(Locale.ROOT))
          .filter(text -> text.startsWith("stdcpp"))
          .max((a, b) -> a.compareTo(b))
          .orElse("");
    }

    /** Whether its conditions, and those around it, hold for the configuration. */
    private boolean isChosen(Element element) {
      for (Element e = element; e != null; e = parent(e)) {
        if (!holds(e.getAttribute("Condition"))) {
          return false;
        }
      }
      return true;
    }

    private static Element parent(Element element) {
      return element.getParentNode() instanceof Element parent ? parent : null;
    }

    private boolean holds(String condition) {
      if (condition.isBlank()) {
        return true;
      }
      String[] parts = configuration.split("\\|", 2);
      String text =
          condition
              .replace("$(Configuration)", parts[0])
              .replace("$(Platform)", parts.length > 1 ? parts[1] : "");
      Matcher comparison = COMPARISON.matcher(text);
      return comparison.matches()
          && comparison.group(1).equalsIgnoreCase(comparison.group(3))
              == comparison.group(2).equals("==");
    }
  }
}

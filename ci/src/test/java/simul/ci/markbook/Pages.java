package simul.ci.markbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What every page has to be. */
final class Pages {
  private Pages() {}

  /** Every tag is closed, and every link within the page leads somewhere. */
  static Document assertWhole(String page) throws Exception {
    String body = page.substring(page.indexOf("<body>")).replace("</html>", "");
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(body.replace("&nbsp;", " "))));
    NodeList links = document.getElementsByTagName("a");
    for (int i = 0; i < links.getLength(); i++) {
      String target = links.item(i).getAttributes().getNamedItem("href").getNodeValue();
      if (target.startsWith("#")) {
        assertThat(body).contains("id=\"" + target.substring(1) + "\"");
      } else {
        assertThat(target).startsWith("./");
      }
    }
    return document;
  }

  /** Nothing is asked of anybody. */
  static void assertSelfContained(String page) {
    assertThat(page)
        .contains("default-src 'none'; style-src 'unsafe-inline'")
        .contains("width=device-width")
        .doesNotContain("http:", "https:", "src=", "@import", "url(", "<script", "<link");
  }
}

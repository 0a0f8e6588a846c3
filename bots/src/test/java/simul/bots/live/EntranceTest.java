package simul.bots.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntranceTest {
  private static Entrance loopback() {
    return Entrance.of(InetAddress.getLoopbackAddress());
  }

  private static Entrance everywhere() throws Exception {
    return Entrance.of(InetAddress.getByName("0.0.0.0"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:8080", "127.0.0.1", "localhost:1", "LOCALHOST", "[::1]:80"})
  void numbersAndLocalhostNameThisServer(String host) {
    assertThat(loopback().isNamedRight(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "evil.example", "evil.example:8080", "127.0.0.1.evil.example", "localhost.evil.example",
        "localhost:8080@evil.example", "1.2.3.4.5", "127.0.0.1:123456", "127.0.0.1/", "a:b"
      })
  void otherNamesMayBeRebound(String host) {
    assertThat(loopback().isNamedRight(host)).isFalse();
  }

  @Test
  void requestWithoutHostIsForNobody() {
    assertThat(loopback().isNamedRight(null)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:8080, true",
    "http://evil.example, false",
    "http://localhost:8080, false",
    "http://127.0.0.1:8081, false",
    "https://127.0.0.1:8080, false",
    "null, false",
    ", true"
  })
  void onlyTheOwnPageMayOpenWebSocket(String origin, boolean allowed) {
    assertThat(loopback().isFromHere(origin, "127.0.0.1:8080")).isEqualTo(allowed);
  }

  @Test
  void loopbackNeedsNoToken() {
    assertThat(loopback().path()).isEqualTo("/");
    assertThat(loopback().target("/")).contains("");
    assertThat(loopback().target("/main.js?x=1#y")).contains("main.js");
  }

  @Test
  void elsewherePathBeginsWithTokenThatIsNewEachTime() throws Exception {
    Entrance entrance = everywhere();

    assertThat(entrance.path()).matches("/[\\w-]{22}/").isNotEqualTo(everywhere().path());
    assertThat(entrance.target(entrance.path())).contains("");
    assertThat(entrance.target(entrance.path() + "view")).contains("view");
    assertThat(entrance.target("/")).isEmpty();
    assertThat(entrance.target("/view")).isEmpty();
    assertThat(entrance.target(entrance.path().substring(0, 22) + "/view")).isEmpty();
    assertThat(entrance.target(entrance.path().toLowerCase(java.util.Locale.ROOT) + "X")).isEmpty();
  }
}

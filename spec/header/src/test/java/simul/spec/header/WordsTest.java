package simul.spec.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import simul.spec.model.Sender;

class WordsTest {

  @Test
  void namesOfAllFashionsAreSplit() {
    Map<String, String> names =
        Map.of(
            "SC_LOGIN_OK", "sc login ok",
            "CSLoginPacket", "cs login packet",
            "ScPutPlayer", "sc put player",
            "S2C_P_ENTER", "s2c p enter",
            "C2SMove", "c2s move",
            "kMove", "k move",
            "_move_time", "move time",
            "dwID", "dw id",
            "pos2d", "pos 2 d",
            "이동_패킷", "이동 패킷");

    names.forEach(
        (name, words) ->
            assertThat(String.join(" ", Words.of(name).list())).as(name).isEqualTo(words));
  }

  @Test
  void senderIsSaidInManyWays() {
    Map<String, Optional<Sender>> names =
        Map.of(
            "CS_MOVE", Optional.of(Sender.CLIENT),
            "C_Move", Optional.of(Sender.CLIENT),
            "PKT_C_MOVE", Optional.of(Sender.CLIENT),
            "move_request", Optional.of(Sender.CLIENT),
            "S2C_LEAVE", Optional.of(Sender.SERVER),
            "P_SERVER_LOGIN", Optional.of(Sender.SERVER),
            "sc_packet_pos", Optional.of(Sender.SERVER),
            "move", Optional.empty(),
            "LEVEL_C", Optional.empty(),
            "scene", Optional.empty());

    names.forEach((name, sender) -> assertThat(Words.of(name).sender()).as(name).isEqualTo(sender));
  }
}

package simul.spec.rule;

import static simul.spec.rule.Level.MUST;

import java.util.List;

/** Reassembly: what may happen to a client's bytes on their way (handout, section 5). */
final class FrameRules {
  private FrameRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule(
            "FRAME-001",
            MUST,
            5,
            "a whole packet in one write is acted on once",
            "한 번의 send로 온 온전한 패킷은 정확히 한 번 처리되어야 한다"),
        new Rule(
            "FRAME-002",
            MUST,
            5,
            "packets that arrive one byte at a time are acted on as if they came whole",
            "한 바이트씩 도착한 패킷도 온전히 도착한 것과 같이 처리되어야 한다"),
        new Rule(
            "FRAME-003",
            MUST,
            5,
            "a packet cut between length and type is still one packet",
            "길이와 타입 사이에서 잘린 패킷도 하나의 패킷이다"),
        new Rule(
            "FRAME-004",
            MUST,
            5,
            "a packet cut at any byte is still one packet",
            "어느 바이트에서 잘려도 하나의 패킷이다"),
        new Rule(
            "FRAME-005",
            MUST,
            5,
            "2 to 50 packets in one write are all acted on, in order",
            "한 번에 붙어서 온 2~50개의 패킷은 순서대로 모두 처리되어야 한다"),
        new Rule(
            "FRAME-006",
            MUST,
            5,
            "the tail of one packet and the head of the next may share a write",
            "앞 패킷의 뒷부분과 다음 패킷의 앞부분이 함께 도착할 수 있다"),
        new Rule(
            "FRAME-007",
            MUST,
            5,
            "half packets of several connections are kept apart",
            "여러 연결의 반쪽 패킷은 서로 섞이지 않아야 한다"),
        new Rule(
            "FRAME-008",
            MUST,
            5,
            "half a packet of one client does not hold up the others",
            "한 클라이언트의 반쪽 패킷이 다른 클라이언트를 막아서는 안 된다"),
        new Rule(
            "FRAME-009",
            MUST,
            5,
            "more than 4 KiB of packets in one write are all acted on, in order",
            "한 번에 4 KiB 넘게 도착한 패킷도 순서대로 모두 처리되어야 한다"),
        new Rule(
            "FRAME-010",
            MUST,
            5,
            "however a stream of moves is cut or joined, the moves are the same",
            "이동 패킷의 스트림이 어떻게 잘리거나 붙어도 이동 결과는 같아야 한다"),
        new Rule(
            "FRAME-011",
            MUST,
            5,
            "a packet that comes in three pieces is still one packet",
            "세 조각으로 나뉘어 도착한 패킷도 하나의 패킷이다"),
        new Rule(
            "FRAME-012",
            MUST,
            5,
            "100 and 200 packets in one write are all acted on, in order",
            "한 번에 붙어서 온 100개, 200개의 패킷도 순서대로 모두 처리되어야 한다"),
        new Rule(
            "FRAME-013",
            MUST,
            5,
            "half packets of as many clients as may play are kept apart",
            "최대 인원이 모두 반쪽 패킷을 보내도 서로 섞이지 않아야 한다"),
        new Rule(
            "FRAME-014",
            MUST,
            5,
            "whole packets and the start of the next may share a write",
            "온전한 패킷들과 다음 패킷의 앞부분이 함께 도착할 수 있다"),
        new Rule(
            "FRAME-015",
            MUST,
            5,
            "half a packet of a client that has left does not reach whoever joins next",
            "나간 클라이언트의 반쪽 패킷이 다음 클라이언트에게 남아 있어서는 안 된다"),
        new Rule(
            "FRAME-016",
            MUST,
            5,
            "a packet may lie across any place where a receive buffer could end",
            "패킷이 수신 버퍼의 끝이 될 만한 위치에 걸쳐 있어도 된다"),
        new Rule(
            "FRAME-017",
            MUST,
            5,
            "a connection's thousandth packet is acted on like its first",
            "한 연결의 천 번째 패킷도 첫 번째와 같이 처리되어야 한다"),
        new Rule(
            "FRAME-018",
            MUST,
            5,
            "a client that sends half a packet and closes leaves like any other",
            "반쪽 패킷을 보내고 끊은 클라이언트도 정상적으로 퇴장 처리되어야 한다"));
  }
}

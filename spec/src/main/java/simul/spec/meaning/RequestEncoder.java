package simul.spec.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simul.spec.model.Direction;
import simul.spec.wire.PacketLayout;
import simul.spec.world.Cell;

/** A client's mouth: turns requests into packets. Immutable; every call returns a fresh array. */
public final class RequestEncoder {
  private static final Cell NOWHERE = new Cell(0, 0);

  private final RequestTable requests;

  RequestEncoder(RequestTable requests) {
    this.requests = requests;
  }

  /** What a client sends before anything else; empty where the server speaks first. */
  public byte[] hello(Asker asker) {
    List<byte[]> openings = new ArrayList<>();
    for (PacketLayout opening : requests.packets().openings()) {
      openings.add(
          requests.hello().stream()
              .filter(binding -> binding.packet() == opening)
              .findFirst()
              .map(binding -> encode(binding, asker, NOWHERE))
              .orElseGet(opening::newFrame));
    }
    List<byte[]> rest =
        requests.hello().stream()
            .filter(binding -> !binding.packet().packet().opening())
            .map(binding -> encode(binding, asker, NOWHERE))
            .toList();
    java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
    openings.forEach(all::writeBytes);
    all.writeBytes(requests.packets().framed(rest));
    return all.toByteArray();
  }

  /**
   * One move of the client's own piece.
   *
   * @param to the cell that it leads to
   */
  public byte[] move(Direction direction, Asker asker, Cell to) {
    return framed(requests.move(direction), asker, to);
  }

  /** One move where the packet depends on nothing but the direction. */
  public byte[] move(Direction direction) {
    return move(direction, Asker.ANYBODY, NOWHERE);
  }

  /** How long a move's bytes are. */
  public int moveBytes(Direction direction) {
    return move(direction).length;
  }

  /** The request that changes nothing and is answered, where there is one. */
  public Optional<byte[]> poke(Asker asker) {
    return requests.poke().map(binding -> framed(binding, asker, NOWHERE));
  }

  /** What a client may send before it closes; empty where it just closes. */
  public byte[] bye(Asker asker) {
    return requests
        .packets()
        .framed(requests.bye().stream().map(b -> encode(b, asker, NOWHERE)).toList());
  }

  private byte[] framed(RequestBinding binding, Asker asker, Cell to) {
    return requests.packets().framed(List.of(encode(binding, asker, to)));
  }

  private byte[] encode(RequestBinding binding, Asker asker, Cell to) {
    return binding.encode(asker, asker.id() - requests.firstId(), to, requests.grid());
  }
}

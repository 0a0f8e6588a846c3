package simul.spec.header;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simul.spec.model.Sender;

/**
 * A struct that seems to be a packet, and what it seems to be for.
 *
 * @param sender empty when nothing tells the two ends apart
 * @param type the constant that stands in its type member; empty when it has none or none fits
 * @param roles empty when it plays no part in moving and being seen
 * @param members where what a role needs is found: a path such as {@code header.size}
 * @param told what the header tells of the struct
 */
public record PacketGuess(
    Struct struct,
    Optional<Hunch<Sender>> sender,
    Optional<Hunch<Constant>> type,
    List<Hunch<Role>> roles,
    Map<Purpose, Hunch<String>> members,
    Annotation told) {
  public PacketGuess {
    roles = List.copyOf(roles);
    Map<Purpose, Hunch<String>> copy = new EnumMap<>(Purpose.class);
    copy.putAll(members);
    members = Collections.unmodifiableMap(copy);
  }

  /** What a packet says. */
  public enum Role {
    /** The client asks to be let in. */
    LOGIN,
    /** The client asks to move. */
    MOVE,
    /** The client says that it leaves, or the server that somebody left. */
    LEAVE,
    /** The server tells a client who it is. */
    SELF,
    /** The server tells of somebody new. */
    ENTER,
    /** The server tells where somebody is. */
    POSITION,
    /** The server tells where everybody is. */
    SNAPSHOT
  }

  /** What a member is for. */
  public enum Purpose {
    LENGTH,
    TYPE,
    ID,
    X,
    Y,
    NAME,
    DIRECTION,
    TIME
  }

  /** The path of the member for that purpose. */
  public Optional<String> path(Purpose purpose) {
    return Optional.ofNullable(members.get(purpose)).map(Hunch::value);
  }

  /** Whether it seems to play that role. */
  public boolean plays(Role role) {
    return roles.stream().anyMatch(hunch -> hunch.value() == role);
  }
}

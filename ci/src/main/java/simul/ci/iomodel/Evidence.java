package simul.ci.iomodel;

import simul.spec.header.Place;
import simul.spec.source.Call;

/**
 * A call that says something of the I/O model.
 *
 * @param model that it speaks for
 * @param call what is called, macros and pointers seen through
 * @param text the call as it was written
 * @param function that it stands in
 */
public record Evidence(
    IoModel model,
    Sign sign,
    Strength strength,
    Place place,
    String call,
    String text,
    String function) {
  static Evidence of(IoModel model, Sign sign, Strength strength, Call call) {
    return new Evidence(
        model,
        sign,
        strength,
        call.place(),
        call.name(),
        call.text(),
        call.function().qualifiedName());
  }
}

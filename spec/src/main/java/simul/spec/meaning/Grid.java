package simul.spec.meaning;

import simul.spec.model.Coordinates;
import simul.spec.model.WorldRules;
import simul.spec.wire.FieldLayout;
import simul.spec.world.Cell;

/** Between cells and the numbers that a protocol writes for them. Immutable. */
record Grid(Coordinates coordinates, int height) {

  static Grid of(WorldRules world) {
    return new Grid(world.coordinates(), world.height());
  }

  int column(double written) {
    return coordinates.column(written);
  }

  int row(double written) {
    return coordinates.row(written, height);
  }

  /** Writes a cell into two numbers of a packet. */
  void write(byte[] bytes, int base, FieldLayout x, FieldLayout y, Cell cell) {
    x.writeNumber(bytes, base, coordinates.x(cell.x()));
    y.writeNumber(bytes, base, coordinates.y(cell.y(), height));
  }
}

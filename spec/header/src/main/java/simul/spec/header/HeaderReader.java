package simul.spec.header;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.cdt.core.parser.ParseError;
import simul.spec.header.Declarations.StructSource;
import simul.spec.header.Refusal.Reason;

/**
 * Reads C++ source files as a Windows compiler would see them in one program that includes them in
 * the given order. Whatever the text is, it ends in a {@link Header}: what cannot be imported is
 * among its refusals. Does no input or output; may be used by several threads at once.
 */
public final class HeaderReader {
  /** A long source file takes a second; what takes this long would take for ever. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final List<SourceFile> files;
  private final Translation translation;
  private final Declarations declarations;
  private final Packing packing;
  private final Layouts layouts;
  private final Constants constants;
  private final Presets presets;

  private HeaderReader(List<SourceFile> files, Duration limit) {
    this.files = files;
    translation = Translation.of(files, limit);
    declarations = new Declarations(translation);
    packing = new Packing(translation);
    Types types = new Types(declarations);
    layouts = new Layouts(translation, declarations, types, packing);
    Enumerators enumerators = new Enumerators(declarations, types);
    Expressions expressions = new Expressions(declarations, types, enumerators);
    types.connect(expressions, layouts);
    constants = new Constants(translation, declarations, types, enumerators, expressions);
    presets = new Presets(declarations, expressions);
  }

  /**
   * Reads files, in the order in which a program includes them.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Header read(List<SourceFile> files) {
    return read(files, LONGEST);
  }

  static Header read(List<SourceFile> files, Duration limit) {
    if (files.isEmpty()) {
      throw new IllegalArgumentException("no source file");
    }
    try {
      return new HeaderReader(files, limit).read();
    } catch (ParseError e) {
      return gaveUp(files, "reading it takes longer than " + limit.toMillis() / 1000.0 + " s");
    } catch (StackOverflowError e) {
      return gaveUp(files, "it is nested deeper than the parser can follow");
    }
  }

  private static Header gaveUp(List<SourceFile> files, String why) {
    String name = files.get(0).name();
    Refusal refusal = new Refusal(name, new Place(name, 1), Reason.SYNTAX, why);
    return new Header(
        List.of(), List.of(), List.of(), List.of(), List.of(refusal), List.of(), Annotations.NONE);
  }

  private Header read() {
    List<Struct> structs = structs();
    List<Enumeration> enumerations = constants.enumerations();
    List<Constant> values = new ArrayList<>(constants.macros());
    values.addAll(constants.variables());
    values.sort(Comparator.comparing(Constant::place, inOrder()));
    Directives directives = new Directives(translation);
    List<Remark> remarks = new ArrayList<>(packing.remarks());
    remarks.addAll(constants.brokenAssertions());
    remarks.addAll(directives.remarks());
    remarks.addAll(layouts.remarks());
    remarks.sort(Comparator.comparing(Remark::place, inOrder()));
    List<Refusal> refusals = new ArrayList<>(declarations.refusals());
    refusals.addAll(layouts.refusals());
    refusals.addAll(constants.refusals());
    Header plain =
        new Header(
            values,
            enumerations,
            structs,
            directives.comments(),
            refusals,
            remarks,
            Annotations.NONE);
    Header told = AnnotationCheck.check(AnnotationReader.read(plain));
    return told.with(
        told.annotations(),
        told.refusals().stream().sorted(Comparator.comparing(Refusal::place, inOrder())).toList());
  }

  private Comparator<Place> inOrder() {
    List<String> names = files.stream().map(SourceFile::name).toList();
    return Comparator.comparing((Place place) -> names.indexOf(place.file()))
        .thenComparing(Place::line);
  }

  /** The structs of the files, and those of the prelude that they use, each after what it needs. */
  private List<Struct> structs() {
    for (StructSource source : declarations.structs()) {
      if (translation.isGiven(source.node())) {
        layouts.tryStruct(source);
      }
    }
    Map<String, Struct> structs = new LinkedHashMap<>();
    layouts
        .laidOut()
        .forEach(
            (source, struct) -> {
              if (!source.name().isEmpty()) {
                structs.put(struct.qualifiedName(), struct.with(presets.of(source)));
              }
            });
    return List.copyOf(structs.values());
  }
}

package simul.ci.iomodel;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import simul.conformance.explain.Language;
import simul.spec.header.Remark;

/** Puts a report on an I/O model into words, in one language. Immutable. */
public final class IoModelText {
  /** More of a kind say nothing new; the JSON has them all. */
  private static final int MOST = 12;

  private final ResourceBundle texts;

  public IoModelText(Language language) {
    texts = ResourceBundle.getBundle("simul.ci.iomodel.iomodel", language.locale());
  }

  private String say(String key, Object... values) {
    return MessageFormat.format(texts.getString(key), values);
  }

  /** A model's name, as the lecture has it. */
  public String name(IoModel model) {
    return say("model." + model.word());
  }

  /** Whether the homework's constraint holds, and why, in a sentence. */
  public String constraint(IoModelReport report) {
    String others =
        report.models().stream()
            .filter(model -> model != IoModel.OVERLAPPED_CALLBACK)
            .map(this::name)
            .collect(Collectors.joining(", "));
    return say("constraint." + report.constraint().word(), others);
  }

  /** The models in use in a line. */
  public String models(IoModelReport report) {
    if (report.models().isEmpty()) {
      return say("models.none");
    }
    String names = report.models().stream().map(this::name).collect(Collectors.joining(", "));
    return say(report.models().size() == 1 ? "models.one" : "models.mixed", names);
  }

  /** What a piece of evidence says, without where it is. */
  public String meaning(Evidence evidence) {
    return say("sign." + evidence.sign().word());
  }

  /** The whole report, a line each. */
  public List<String> lines(IoModelReport report) {
    List<String> lines = new ArrayList<>();
    String holds = report.constraint().holds().name().toLowerCase(Locale.ROOT);
    lines.add(say("holds." + holds) + ": " + constraint(report));
    lines.add(models(report));
    for (Strength strength : Strength.values()) {
      evidence(report.evidence(strength), strength, lines);
    }
    if (report.models().isEmpty()) {
      lines.add(say("looked", report.files().size(), String.join(", ", first(report.files()))));
    }
    if (!report.entryPoint()) {
      lines.add(say("no-entry"));
    }
    if (!report.unparsed().isEmpty()) {
      lines.add(say("unparsed", report.unparsed().size()));
      first(report.unparsed()).stream()
          .map(Remark::toString)
          .map(l -> "  " + l)
          .forEach(lines::add);
    }
    return lines;
  }

  private void evidence(List<Evidence> evidence, Strength strength, List<String> lines) {
    if (evidence.isEmpty()) {
      return;
    }
    lines.add(say("strength." + strength.name().toLowerCase(Locale.ROOT)));
    for (Evidence each : first(evidence)) {
      String seen =
          each.text().contains(each.call()) ? each.text() : each.call() + ": " + each.text();
      lines.add("  " + each.place() + ": " + seen);
      lines.add("    " + name(each.model()) + ": " + meaning(each) + " [" + each.function() + "]");
    }
    if (evidence.size() > MOST) {
      lines.add("  " + say("more", evidence.size() - MOST));
    }
  }

  private static <T> List<T> first(List<T> all) {
    return all.subList(0, Math.min(MOST, all.size()));
  }
}

package simul.ci.markbook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simul.ci.grade.Bilingual;
import simul.ci.grade.Findings;
import simul.ci.grade.Findings.Build;
import simul.ci.grade.Findings.Checked;
import simul.ci.grade.Findings.ModelFound;
import simul.ci.grade.Findings.Outcome;
import simul.ci.grade.Marks;
import simul.ci.grade.Rubric;
import simul.ci.grade.RubricException;
import simul.ci.grade.RubricLoader;
import simul.ci.report.ConformReport;
import simul.ci.report.Sample;
import simul.conformance.verdict.CheckResult;
import simul.conformance.verdict.Evidence;
import simul.conformance.verdict.Finding;
import simul.conformance.verdict.Verdict;

/** Graded submissions, always the same. */
final class GradedSample {
  /** What a submission may choose to be called, print, or be written as. */
  static final String HOSTILE =
      "<script>alert(1)</script>\"' onload='x'\n::error::forged\r\n##[error]forged | `x` \u001b[2J"
          + "\u202e=1+1\0";

  private static final String RUBRIC =
      """
      rubric: 1
      name: sample
      title: { en: "Sample homework", ko: "예제 숙제" }
      points: 40
      required: [ JOIN-001 ]
      parts:
        - { name: joining, title: { en: "Clients join", ko: "클라이언트가 들어온다" }, points: 10, requirements: [ JOIN-001, JOIN-002, JOIN-00* ] }
        - { name: reassembly, title: { en: "Packets, put together", ko: "패킷을 다시 조립한다" }, points: 10, requirements: [ FRAME-001, FRAME-003, FRAME-004 ] }
        - { name: secret, title: { en: "Bad input", ko: "잘못된 입력" }, points: 5, hidden: true, requirements: [ BAD-001, BAD-002 ] }
        - { name: play, title: { en: "Ten bots play", ko: "봇 열 개가 움직인다" }, points: 5, swarm: { clients: 10, duration: 5s } }
        - { name: io-model, title: { en: "I/O with callbacks", ko: "콜백을 쓰는 입출력" }, points: 10, io-model: [ overlapped-callback ] }
        - { name: streams, title: { en: "Random streams", ko: "무작위 스트림" }, points: 2.5, bonus: true, fuzz: 20s }
      penalties: { late: { per-day: 1.5, most: 6 }, does-not-build: { at-most: 10 } }
      """;

  private GradedSample() {}

  static Rubric rubric() {
    try {
      return RubricLoader.parse("sample.yaml", RUBRIC);
    } catch (RubricException e) {
      throw new IllegalStateException(e);
    }
  }

  static Optional<Student> student(String section, String number, String name) {
    return Optional.of(new Student(section, number, name));
  }

  /** Some parts whole, some broken, undecided or hidden; one day late. */
  static Graded mixed() {
    return graded("homework3_2026.zip", student("01", "2026000123", "홍길동"), mixedFindings());
  }

  static Findings mixedFindings() {
    return findings(
        List.of(
            check("JOIN-001", Verdict.PASS),
            check("JOIN-002", Verdict.PASS),
            new Checked("JOIN-003", Verdict.FAIL, 1, Optional.empty()),
            check("FRAME-001", Verdict.PASS),
            new Checked("FRAME-003", Verdict.FAIL, 1, Optional.empty()),
            new Checked("FRAME-004", Verdict.INCONCLUSIVE, 3, Optional.of("it answers too slowly")),
            check("BAD-001", Verdict.PASS),
            new Checked("BAD-002", Verdict.FAIL, 1, Optional.empty())),
        new ModelFound(Optional.of("iocp"), true, List.of("Server.cpp:41 CreateIoCompletionPort")),
        1);
  }

  static Findings findings(List<Checked> checks, ModelFound model, int daysLate) {
    return new Findings(
        new Build("mingw", Optional.empty()),
        Optional.empty(),
        checks,
        Optional.of(new Outcome(Verdict.PASS, "1000 moves, reach 100 %")),
        Optional.of(new Outcome(Verdict.PASS, "400 streams")),
        Optional.of(model),
        daysLate);
  }

  /** All that counts was earned. */
  static Graded whole() {
    List<Checked> checks = new ArrayList<>();
    for (String id :
        List.of(
            "JOIN-001", "JOIN-002", "FRAME-001", "FRAME-003", "FRAME-004", "BAD-001", "BAD-002")) {
      checks.add(check(id, Verdict.PASS));
    }
    Findings findings =
        findings(
            checks,
            new ModelFound(
                Optional.of("overlapped-callback"), true, List.of("Server.cpp:88 WSARecv")),
            0);
    return graded("kim.zip", student("01", "2026000007", "Kim"), findings);
  }

  /** Nothing was ever run. */
  static Graded unbuilt() {
    Findings findings =
        new Findings(
            new Build("mingw", Optional.of("Server.cpp:17:5: error: expected ';'")),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new ModelFound(Optional.empty(), false, List.of())),
            0);
    return new Graded(
        "=cmd|'/c calc'!A1.zip",
        Optional.empty(),
        rubric(),
        findings,
        Marks.of(rubric(), findings),
        Optional.empty(),
        0,
        Optional.empty(),
        List.of(),
        List.of("Server.cpp:17:5: error: expected ';'", "1 error"),
        List.of(),
        Optional.empty(),
        "1.0");
  }

  /** The same as the mixed one, with that text wherever a submission could put its own. */
  static Graded hostile(String text) {
    Findings mixed = mixedFindings();
    List<Checked> checks = new ArrayList<>(mixed.checks());
    checks.replaceAll(
        c ->
            c.id().equals("FRAME-004")
                ? new Checked(c.id(), c.verdict(), 2, Optional.of(text))
                : c);
    Findings findings =
        new Findings(
            new Build("g++", Optional.of(text)),
            Optional.of(text),
            checks,
            Optional.of(new Outcome(Verdict.FAIL, text)),
            Optional.of(new Outcome(Verdict.FAIL, text)),
            Optional.of(new ModelFound(Optional.of("select"), false, List.of(text))),
            1);
    return new Graded(
        text,
        Optional.of(new Student(text, text, text)),
        rubric(),
        findings,
        Marks.of(rubric(), findings),
        Optional.of(report()),
        2,
        Optional.of(new Bilingual(text, text)),
        List.of(new Bilingual(text, text)),
        List.of(text),
        List.of(text),
        Optional.of(text),
        "1.0");
  }

  static Graded graded(String file, Optional<Student> student, Findings findings) {
    return new Graded(
        file,
        student,
        rubric(),
        findings,
        Marks.of(rubric(), findings),
        Optional.of(report()),
        3,
        Optional.of(
            new Bilingual(
                "It listens on port 40975: htons is missing.", "포트 40975에서 기다립니다: htons가 없습니다.")),
        List.of(
            new Bilingual(
                "Built for Wine with an accept() that waits alertably.",
                "Wine에서 accept()가 경보 가능 대기를 하도록 빌드했습니다.")),
        List.of(),
        List.of("bin/simul replay fuzz-01.trace --port 9000"),
        Optional.empty(),
        "1.0");
  }

  private static Checked check(String id, Verdict verdict) {
    return new Checked(id, verdict, 1, Optional.empty());
  }

  /** A short and a long failure in parts that are shown, and one in the hidden part. */
  static ConformReport report() {
    Finding finding = Sample.finding();
    return Sample.report(
        List.of(
            CheckResult.pass(Sample.rule("JOIN-001"), Duration.ofMillis(5), Evidence.PROVEN),
            Sample.failed(
                Sample.rule("JOIN-003"),
                finding.withReplay("JOIN-003.trace"),
                Sample.longTranscript(30)),
            Sample.failed(Sample.rule("FRAME-003"), finding, Sample.transcript()),
            Sample.failed(
                Sample.rule("BAD-002"), finding.withReplay("BAD-002.trace"), Sample.transcript())),
        Map.of());
  }
}

package simul.conformance.survey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a recording tells of a server: facts, framings that may be its own, best first, and what
 * remains unknown. It promises nothing: a framing that fits by chance, or fits only so far, looks
 * the same.
 */
public record Survey(List<Fact> facts, List<Candidate> candidates, List<Question> questions) {
  /** More are not worth reading. */
  private static final int MOST_CANDIDATES = 5;

  /** How much of each stream is divided some thousand times: a second of a busy snapshot server. */
  private static final int WALKED_BYTES = 16 * 1024;

  public Survey {
    facts = List.copyOf(facts);
    candidates = List.copyOf(candidates);
    questions = List.copyOf(questions);
  }

  /** Judges a recording. */
  public static Survey of(Recording recording) {
    List<ByteStream> streams = recording.streams();
    List<Candidate> candidates = streams.isEmpty() ? List.of() : candidates(streams);
    return new Survey(new Facts(recording).list(), candidates, questions(recording, candidates));
  }

  private static List<Candidate> candidates(List<ByteStream> streams) {
    List<ByteStream> heads = streams.stream().map(each -> each.head(WALKED_BYTES)).toList();
    List<Proposal> proposals = new ArrayList<>();
    proposals.addAll(LengthSearch.in(heads));
    proposals.addAll(CountSearch.in(heads));
    if (proposals.stream().noneMatch(Survey::startsWithWideNumber)) {
      // A number that says how long its frame is would pass for a type, for it decides the size.
      proposals.addAll(TypeSearch.in(heads));
    }
    proposals.addAll(FixedSizeSearch.in(streams));
    proposals.addAll(TextSearch.in(streams));
    proposals.sort(Comparator.comparingDouble(Proposal::bits).reversed());
    List<Proposal> best = proposals.subList(0, Math.min(MOST_CANDIDATES, proposals.size()));
    return IntStream.range(0, best.size())
        .mapToObj(i -> best.get(i).candidate(best.subList(0, i)))
        .toList();
  }

  private static boolean startsWithWideNumber(Proposal proposal) {
    FramingGuess framing = proposal.framing();
    boolean length =
        framing instanceof FramingGuess.LengthField field
            && field.offset() == 0
            && field.width() == TypeSearch.WIDTH;
    boolean count =
        framing instanceof FramingGuess.CountField field
            && field.offset() == 0
            && field.width() == TypeSearch.WIDTH;
    return proposal.bits() >= Candidate.STRONG_BITS && (length || count);
  }

  private static List<Question> questions(Recording recording, List<Candidate> candidates) {
    List<Question> questions = new ArrayList<>();
    if (recording.deliveries().isEmpty()) {
      if (!recording.isEveryConnectionClosed()) {
        questions.add(Question.LOGIN_EXPECTED);
      }
      questions.add(Question.LONGER);
      questions.add(Question.WHAT_TO_SEND);
      return questions;
    }
    if (isOfOneSize(recording) && !isFixedSize(candidates)) {
      questions.add(Question.ONE_SIZE);
    }
    if (candidates.size() > 1) {
      questions.add(Question.WHICH_CANDIDATE);
    }
    if (candidates.stream().noneMatch(each -> each.strength() == Candidate.Strength.STRONG)) {
      questions.add(Question.OTHER_FRAMING);
    }
    questions.add(Question.WHAT_TO_SEND);
    questions.add(Question.MEANING);
    questions.add(Question.LATER_MESSAGES);
    questions.add(Question.LONGER);
    return questions;
  }

  /** A server that writes byte by byte says nothing of its sizes. */
  private static boolean isOfOneSize(Recording recording) {
    List<Integer> sizes =
        recording.deliveries().stream().map(each -> each.bytes().length).distinct().toList();
    return sizes.size() == 1 && sizes.get(0) > 1;
  }

  private static boolean isFixedSize(List<Candidate> candidates) {
    return !candidates.isEmpty() && candidates.get(0).framing() instanceof FramingGuess.FixedSize;
  }
}

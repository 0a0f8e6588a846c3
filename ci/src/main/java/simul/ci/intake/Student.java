package simul.ci.intake;

/**
 * Whose a submission is. What is not known is empty.
 *
 * @param section of the course, as 화목 for one that meets on Tuesdays and Thursdays
 * @param number the student number, 학번
 * @param name as the roster or the mail's title writes it
 */
public record Student(String section, String number, String name) {}

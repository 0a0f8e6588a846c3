package simul.ci.markbook;

/**
 * Who handed something in; a text is empty where it is not known.
 *
 * @param section the course's class
 * @param number the student's, as digits are written
 */
public record Student(String section, String number, String name) {}

/**
 * What a submission has earned: a {@link simul.ci.grade.Rubric} says what there is to earn, {@link
 * simul.ci.grade.Findings} what was found, and {@link simul.ci.grade.Marks} is a pure function of
 * the two.
 */
package simul.ci.grade;

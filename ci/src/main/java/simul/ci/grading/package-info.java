/**
 * The whole way of a submission, from what was handed in to its marks: {@link
 * simul.ci.grading.SubmissionGrading} takes it in, builds it, runs it and writes what there is to
 * show of it; {@link simul.ci.grading.ClassGrading} does so with many.
 */
package simul.ci.grading;

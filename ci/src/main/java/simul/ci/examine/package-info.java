/**
 * What a submission that was built does when it is run: {@link simul.ci.examine.Examiner} launches
 * it for the checks, the bots and the random streams that a rubric asks for.
 */
package simul.ci.examine;

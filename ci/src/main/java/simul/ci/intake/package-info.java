/**
 * What students hand in, taken in safely: archives and folders become a folder of ordinary files,
 * with a word on everything that was left out; mail titles and rosters say whose they are. Read
 * {@link simul.ci.intake.Intake} first. Depends on nothing else of Simul but {@code launch}, whose
 * processes unpack what Java cannot.
 */
package simul.ci.intake;

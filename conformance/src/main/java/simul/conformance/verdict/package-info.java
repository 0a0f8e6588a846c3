/**
 * What a check found, as plain records: verdict, finding, evidence. Read {@link
 * simul.conformance.verdict.CheckResult} first. Depends on {@code spec} only; words for people are
 * made of these records in {@code explain}.
 */
package simul.conformance.verdict;

/**
 * What the I/O models of the lecture cost: each model in a process of its own, idle clients and
 * then the swarm against it. Read {@link simul.ci.compare.ModelBench} first; {@link
 * simul.ci.compare.Conclusions} holds the lecture's table against the figures. Knows {@code spec}
 * and {@code bots}; how it is written down is the business of {@code ci.report}.
 */
package simul.ci.compare;

/**
 * What can be told of an unknown server from what it says to clients that say nothing. Read {@link
 * simul.conformance.survey.Survey} first: a recording goes in, facts and candidate framings come
 * out. Pure: no sockets, no clock. A candidate is only named when bytes of another kind would
 * seldom fit it, and with how seldom. Depends on nothing else of Simul.
 */
package simul.conformance.survey;

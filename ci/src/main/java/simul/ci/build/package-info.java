/**
 * From a folder of somebody's files to a server that can be started: finds the projects in it, and
 * builds one by the first of several strategies that works. The files themselves are never changed;
 * everything happens in copies. Read {@link simul.ci.build.Builder} first. Depends on {@code
 * spec.header} for how sources are encoded, and on {@code launch} for processes.
 */
package simul.ci.build;

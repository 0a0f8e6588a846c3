/** Words for people that any part may need: guesses at what was meant. Depends on nothing. */
package simul.spec.text;

/** A table-top on a copy: participants take the roles of the text, act, vote or stay silent, and time is moved by hand or runs fast. Nothing of it touches the record. */
@NullMarked
package holdfast.server.exercise;

import org.jspecify.annotations.NullMarked;

/** Maps and zones in whatever form people have them, each read into the features of GeoJSON; what is of no form that is read is told what turns it into one. */
@NullMarked
package holdfast.engine.geography.form;

import org.jspecify.annotations.NullMarked;

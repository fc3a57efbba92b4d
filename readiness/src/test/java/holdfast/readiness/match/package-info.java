@org.jspecify.annotations.NullMarked
package holdfast.readiness.match;

/** The Merkle tree of RFC 9162 over SHA-256: hashes, roots at any size, and both kinds of proof. Nothing here reads or writes files. */
@NullMarked
package holdfast.record.log.tree;

import org.jspecify.annotations.NullMarked;

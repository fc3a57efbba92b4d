package holdfast.record.log.tiles;

/** A tile that the tree must have is not there, or has not its length. */
public final class MissingTile extends RuntimeException {
    private static final long serialVersionUID = 1;

    MissingTile(TilePath path, String what) {
        super("the log's file `" + path + "` " + what);
    }
}

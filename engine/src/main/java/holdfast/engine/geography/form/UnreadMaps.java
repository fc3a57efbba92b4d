package holdfast.engine.geography.form;

import holdfast.engine.geography.drawing.Gdal;
import holdfast.engine.geography.drawing.GeographyProblem;
import holdfast.engine.geography.drawing.Trail;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The forms of maps, and of what is taken for maps, that are recognised only to be refused. A new one is a line in the
 * list.
 */
public final class UnreadMaps {
    /** What turns a file of such a form into a map that is read. */
    private enum Mend {
        UNPACK,
        DRAW,
        TURN
    }

    /**
     * @param words what it is; empty where only the name tells
     * @param beginnings how such a file begins: each sign stands for one byte
     * @param endings without a dot
     */
    private record Form(String words, Mend mend, List<String> beginnings, List<String> endings) {}

    private static final List<Form> ALL = List.of(
            new Form("an archive (7z)", Mend.UNPACK, List.of("7z\u00bc\u00af"), List.of("7z")),
            new Form("an archive (rar)", Mend.UNPACK, List.of("Rar!"), List.of("rar")),
            new Form("packed with bzip2", Mend.UNPACK, List.of("BZh"), List.of("bz2")),
            new Form("packed with xz", Mend.UNPACK, List.of("\u00fd7zXZ"), List.of("xz")),
            new Form("packed with zstd", Mend.UNPACK, List.of("(\u00b5/\u00fd"), List.of()),
            new Form("a PDF", Mend.UNPACK, List.of("%PDF"), List.of()),
            new Form("an old Office document", Mend.UNPACK, List.of("\u00d0\u00cf\u0011\u00e0"), List.of()),
            new Form("an image (TIFF)", Mend.DRAW, List.of("II*\0", "MM\0*"), List.of("tif", "tiff")),
            new Form("an image (PNG)", Mend.DRAW, List.of("\u0089PNG"), List.of()),
            new Form("an image (JPEG)", Mend.DRAW, List.of("\u00ff\u00d8\u00ff"), List.of()),
            new Form("FlatGeobuf", Mend.TURN, List.of("fgb\u0003"), List.of("fgb")),
            new Form("GeoParquet", Mend.TURN, List.of("PAR1"), List.of("parquet", "geoparquet")),
            new Form("a MapInfo table", Mend.TURN, List.of("!table"), List.of("tab")),
            new Form("a MapInfo exchange file", Mend.TURN, List.of("Version "), List.of("mif")),
            new Form("GeoArrow", Mend.TURN, List.of("ARROW1"), List.of()),
            named("gml"),
            named("gpx"),
            named("gdb"),
            named("dxf"),
            named("dwg"),
            named("dgn"),
            named("gmt"),
            named("e00"),
            named("geojsonl"),
            named("geojsons"),
            named("ndjson"),
            named("sqlite"),
            named("osm"),
            named("pbf"),
            named("mbtiles"),
            named("shz"),
            named("svg"));

    private UnreadMaps() {}

    private static Form named(String ending) {
        return new Form("", Mend.TURN, List.of(), List.of(ending));
    }

    /** @throws GeographyProblem if the file begins as one of a form that is not read */
    static void refuse(MapContent content) {
        for (Form form : ALL) {
            if (form.beginnings().stream().anyMatch(content::begins)) {
                Trail file = content.file;
                throw switch (form.mend()) {
                    case UNPACK ->
                        file.problem(
                                "this is " + form.words() + ", and no map",
                                "unpack it, or fetch the map itself; " + MapForms.EXPECTED);
                    case DRAW ->
                        file.problem("this is " + form.words() + ", and no map of polygons", Gdal.polygons(file));
                    case TURN -> file.problem("this is " + form.words() + ", which is not read", Gdal.turns(file, ""));
                };
            }
        }
    }

    /**
     * What is to be done with a file that by its ending is a map of a form that is not read; empty if its ending says
     * no such thing.
     */
    public static Optional<String> mend(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(f -> f.endings().contains(ending))
                .findFirst()
                .map(f -> switch (f.mend()) {
                    case UNPACK -> "unpack it";
                    case DRAW ->
                        "an image has no polygons: `gdal_polygonize` (GDAL, which QGIS brings) draws them, and somebody must check"
                                + " what they are";
                    case TURN ->
                        "turn it into GeoJSON: `ogr2ogr -t_srs EPSG:4326 MAP.geojson FILE` (GDAL, which QGIS brings)";
                });
    }
}

"""The edges of grounds and the strips along them, by other means than Holdfast's.

Shapely (GEOS) joins the areas and cuts the edge, in one azimuthal, equidistant projection; pyproj (PROJ) measures on
WGS84. Each line of input is JSON: `areas`, rings of longitudes and latitudes; `sea`, a line; `km`, how far from the
sea the edge is left away; `strip`, the width in km on each side. Each line of output: the length of the whole edge
and of what is left of it, in metres, and the area of the strip along what is left, in square metres.
"""
import json
import sys

from pyproj import Geod, Proj
from shapely.geometry import LineString, Polygon
from shapely.ops import transform, unary_union

GEOD = Geod(ellps="WGS84")
STEP = 0.002
CHAIN = 10000.0


def dense(positions):
    """The same line with positions along it, straight in degrees."""
    at = [positions[0]]
    for (x1, y1), (x2, y2) in zip(positions, positions[1:]):
        parts = int(max(abs(x2 - x1), abs(y2 - y1)) / STEP) + 1
        at.extend((x1 + (x2 - x1) * i / parts, y1 + (y2 - y1) * i / parts) for i in range(1, parts + 1))
    return at


def lines(geometry):
    return [line for part in getattr(geometry, "geoms", [geometry]) for line in [part] if not line.is_empty]


def metres(line):
    return GEOD.line_length(*zip(*line.coords))


def plane(x, y):
    return Proj(proj="aeqd", lon_0=x, lat_0=y, ellps="WGS84")


def chains(positions):
    chain, length = [positions[0]], 0.0
    for before, at in zip(positions, positions[1:]):
        chain.append(at)
        length += GEOD.inv(*before, *at)[2]
        if length > CHAIN:
            yield chain
            chain, length = [at], 0.0
    if len(chain) > 1:
        yield chain


def strip(line, width):
    swept = []
    for chain in chains(list(line.coords)):
        flat = plane(*chain[len(chain) // 2])
        buffered = LineString([flat(*p) for p in chain]).buffer(width, 64)
        swept.append(transform(lambda x, y: flat(x, y, inverse=True), buffered))
    return unary_union(swept)


def main():
    for row in sys.stdin:
        asked = json.loads(row)
        ground = unary_union([Polygon(ring) for ring in asked["areas"]])
        edges = [LineString(dense(list(line.coords))) for line in lines(ground.boundary)]
        flat = plane(*ground.centroid.coords[0])
        sea = LineString([flat(*p) for p in dense(asked["sea"])]).buffer(asked["km"] * 1000, 256)
        kept = []
        for edge in edges:
            away = LineString([flat(*p) for p in edge.coords]).difference(sea)
            kept.extend(transform(lambda x, y: flat(x, y, inverse=True), line) for line in lines(away))
        along = unary_union([strip(line, asked["strip"] * 1000) for line in kept])
        print(sum(map(metres, edges)), sum(map(metres, kept)), abs(GEOD.geometry_area_perimeter(along)[0]))
        sys.stdout.flush()


main()

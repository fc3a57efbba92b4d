"""The areas of strips along lines, by other means than Holdfast's: short pieces of the line in a projection of their own (azimuthal, equidistant, its centre in the piece), buffered in the plane by GEOS.

Each line of input is a strip: `both`, `left` or `right`, its width on each side in metres, and longitudes and latitudes. A line that ends where it begins is the border of a ground: its left side is
inside, if it runs counter-clockwise. Each line of output is an area in square metres, geodesic on WGS84.
"""
import sys

from pyproj import Geod, Proj
from shapely.geometry import LineString, Polygon
from shapely.ops import split, transform, unary_union

GEOD = Geod(ellps="WGS84")
LONGEST = 2000.0
CHAIN = 10000.0


def along(positions):
    """The same line with positions along its geodesics."""
    dense = [positions[0]]
    for (x1, y1), (x2, y2) in zip(positions, positions[1:]):
        metres = GEOD.inv(x1, y1, x2, y2)[2]
        parts = int(metres / LONGEST) + 1
        if parts > 1:
            dense.extend(GEOD.npts(x1, y1, x2, y2, parts - 1))
        dense.append((x2, y2))
    return dense


def plane(positions):
    middle = positions[len(positions) // 2]
    return Proj(proj="aeqd", lon_0=middle[0], lat_0=middle[1], ellps="WGS84")


def chains(positions):
    chain, metres = [positions[0]], 0.0
    for before, at in zip(positions, positions[1:]):
        chain.append(at)
        metres += GEOD.inv(*before, *at)[2]
        if metres > CHAIN:
            yield chain
            chain, metres = [at], 0.0
    if len(chain) > 1:
        yield chain


def both(positions, metres):
    swept = []
    for chain in chains(positions):
        flat = plane(chain)
        buffered = LineString([flat(*p) for p in chain]).buffer(metres, resolution=64)
        swept.append(transform(lambda x, y: flat(x, y, inverse=True), buffered))
    return unary_union(swept)


def is_left(line, piece):
    at = piece.representative_point()
    best = min(zip(line.coords, line.coords[1:]), key=lambda edge: LineString(edge).distance(at))
    (x1, y1), (x2, y2) = best
    return (x2 - x1) * (at.y - y1) - (y2 - y1) * (at.x - x1) > 0


def longer(line):
    """A metre on at both ends: it cuts the strip through."""

    def on(end, before):
        (x1, y1), (x2, y2) = before, end
        length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
        return x2 + (x2 - x1) / length, y2 + (y2 - y1) / length

    at = list(line.coords)
    return LineString([on(at[0], at[1])] + at + [on(at[-1], at[-2])])


def one_side(positions, metres, left):
    if positions[0] == positions[-1]:
        strip, ground = both(positions, metres), Polygon(positions)
        inside = Polygon(positions).exterior.is_ccw == left
        return strip.intersection(ground) if inside else strip.difference(ground)
    flat = plane(positions)
    line = LineString([flat(*p) for p in positions])
    pieces = split(line.buffer(metres, resolution=64, cap_style=2), longer(line))
    its = unary_union([piece for piece in pieces.geoms if is_left(line, piece) == left])
    return transform(lambda x, y: flat(x, y, inverse=True), its)


def main():
    for row in sys.stdin:
        side, metres, *numbers = row.split()
        numbers = [float(n) for n in numbers]
        positions = along(list(zip(numbers[::2], numbers[1::2])))
        strip = both(positions, float(metres)) if side == "both" else one_side(positions, float(metres), side == "left")
        print(abs(GEOD.geometry_area_perimeter(strip.buffer(0) if not strip.is_valid else strip)[0]))
        sys.stdout.flush()


main()

package graph

// point.go reads points: the operands of their operators, which are objects, and
// orders by the distance from one. A point is one parameter, whatever the query
// makes it of, so that an index of points can serve it.

import (
	"fmt"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"guanxi/graph/cypher"
)

// wgs84 is Neo4j's number for points given by longitude and latitude.
const wgs84 = 4326

// The schema's inputs that hold points.
const (
	pointInput = "PointInput" // one point
	pointBox   = "PointBox"   // two corners
	pointSort  = "PointSort"  // an order by the distance from a point
)

// beside adds a parameter for each point that operators of the same object
// compare with, such as the one that a distance is measured from.
func (s *selector) beside(in input, filter string) map[string]cypher.Expr {
	names := map[string]cypher.Expr{}
	for _, part := range in.fields {
		field := s.model.schema.Types[filter].Fields.ForName(part.name)
		if part.kind == objectInput && field.Type.Name() == pointInput && s.model.operators[filter][part.name] == nil {
			names[part.name] = s.add(param{slot: part.slot, read: readPoint, place: part.place})
		}
	}
	return names
}

// corners adds a parameter for each corner of a box.
func (s *selector) corners(in input) map[string]cypher.Expr {
	names := map[string]cypher.Expr{}
	for _, corner := range []string{"southWest", "northEast"} {
		names[corner] = s.add(param{slot: in.slot, place: in.place, read: func(v any) (any, error) { return readCorner(v, corner) }})
	}
	return names
}

// pointKey reads an order by the distance from a point.
func (s *selector) pointKey(part inputField, f *fieldModel) *sortKey {
	key := &sortKey{property: f.property, typ: "Float"}
	for _, field := range part.fields {
		switch field.name {
		case "from":
			key.from = s.add(param{slot: field.slot, read: readPoint, place: field.place})
		case "direction":
			key.descending = field.now == "DESC"
		}
	}
	return key
}

// distance is how far the point at hand is from the other.
func distance(of, from cypher.Expr) cypher.Expr {
	return cypher.Func{Name: "point.distance", Args: []cypher.Expr{of, from}}
}

// readPoint reads an object with a latitude and a longitude.
func readPoint(v any) (any, error) {
	object, _ := v.(map[string]any)
	latitude, err := readDegrees(object, "latitude", 90)
	if err != nil {
		return nil, err
	}
	longitude, err := readDegrees(object, "longitude", 180)
	if err != nil {
		return nil, err
	}
	return dbtype.Point2D{X: longitude, Y: latitude, SpatialRefId: wgs84}, nil
}

func readDegrees(object map[string]any, name string, limit float64) (float64, error) {
	v, err := readFloat(object[name])
	if err != nil {
		return 0, fmt.Errorf("%s: %w", name, err)
	}
	degrees := v.(float64)
	if !(degrees >= -limit && degrees <= limit) { // said so that NaN is none either
		return 0, fmt.Errorf("%s is %v; give degrees between -%g and %g", name, degrees, limit, limit)
	}
	return degrees, nil
}

// readCorner reads a box and gives one of its corners.
func readCorner(v any, corner string) (any, error) {
	object, _ := v.(map[string]any)
	points := map[string]dbtype.Point2D{}
	for _, name := range []string{"southWest", "northEast"} {
		point, err := readPoint(object[name])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		points[name] = point.(dbtype.Point2D)
	}
	if points["southWest"].Y > points["northEast"].Y {
		return nil, fmt.Errorf("southWest lies north of northEast, at %v and %v degrees; exchange their latitudes", points["southWest"].Y, points["northEast"].Y)
	}
	return points[corner], nil
}

package seed

// model.go reads from the schema what a dossier may say: the types of
// entities with their properties, and the types of relationships with their
// ends. Nothing of it is listed here a second time, so a type or a property
// that is added to the schema can be used in a dossier at once.

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/vektah/gqlparser/v2/ast"

	"guanxi/schema"
)

// inferredSuffix ends the labels of an entity and the type of a relationship
// that no source states or implies, so that no query meets it by accident.
const inferredSuffix = "_INFERRED"

// model is what the schema says of the graph.
type model struct {
	types         map[string]*entityType
	relationships map[string]*relationshipType
}

// An entityType is a type of nodes.
type entityType struct {
	name       string
	labels     []string // Entity, its own, and Organization if it is one
	naming     string   // the property that names it: name or title
	properties map[string]*property
}

// A property is one that a dossier can give, or rather its kind.
type property struct {
	kind     propertyKind
	required bool
	values   []string // of an enum
}

type propertyKind int

const (
	textProperty propertyKind = iota
	intProperty
	numberProperty
	dayProperty     // a whole date
	partialProperty // a date with companions for its latest day and its text
	enumProperty
	listProperty
	pointProperty
)

// A relationshipType is a type of relationships, without the suffix.
type relationshipType struct {
	name       string
	ends       map[[2]string]bool // from and to, concrete types
	properties []string
	telling    string // the property that tells two relationships of the same ends apart, if there is one
}

// tellingProperties are those that are part of a relationship's identity. A
// relationship type has at most one of them.
var tellingProperties = []string{"role", "topic", "position", "as", "what"}

// loadModel reads the schema once; nothing changes a model.
var loadModel = sync.OnceValues(newModel)

func newModel() (*model, error) {
	s, err := schema.Load()
	if err != nil {
		return nil, err
	}
	m := &model{types: map[string]*entityType{}, relationships: map[string]*relationshipType{}}
	entity := s.Types["Entity"]
	if entity == nil {
		return nil, fmt.Errorf("schema: there is no interface Entity")
	}
	concrete := objects(s, entity)
	for _, def := range concrete {
		m.types[def.Name] = newEntityType(s, def)
	}
	outward, inward := ends(s, concrete, "OUT"), ends(s, concrete, "IN")
	for relationship := range outward {
		m.addRelationship(s, concrete, relationship, outward[relationship], inward[relationship])
	}
	return m, nil
}

// ownsLabel tells whether the label is one of the model's.
func (m *model) ownsLabel(label string) bool {
	return label == "Entity" || label == "Organization" || m.types[label] != nil
}

// ownsProperty tells whether nodes of some type have the property by the model;
// all others are somebody else's, and are left alone.
func (m *model) ownsProperty(name string) bool {
	if slices.Contains([]string{"id", "names", "nameLangs", "aliases", "origin", "text"}, name) || slices.Contains(searchNames, name) {
		return true
	}
	base := strings.TrimSuffix(strings.TrimSuffix(name, "Latest"), "Text")
	for _, t := range m.types {
		if t.properties[name] != nil || t.properties[base] != nil {
			return true
		}
	}
	return false
}

// objects are the object types that the type may turn out to be.
func objects(s *ast.Schema, def *ast.Definition) []*ast.Definition {
	return slices.DeleteFunc(slices.Clone(s.GetPossibleTypes(def)), func(d *ast.Definition) bool { return d.Kind != ast.Object })
}

func newEntityType(s *ast.Schema, def *ast.Definition) *entityType {
	t := &entityType{name: def.Name, labels: []string{"Entity", def.Name}, properties: map[string]*property{}}
	if slices.Contains(def.Interfaces, "Organization") {
		t.labels = append(t.labels, "Organization")
	}
	for _, f := range def.Fields {
		stored := f.Directives.ForName("relationship") == nil && f.Directives.ForName("derived") == nil && f.Directives.ForName("cypher") == nil
		if f.Name == "id" || !stored || strings.HasPrefix(f.Name, "__") || isCompanion(def, f.Name) {
			continue
		}
		t.properties[f.Name] = newProperty(s, def, f)
		if f.Name == "name" || f.Name == "title" {
			t.naming = f.Name
		}
	}
	return t
}

func newProperty(s *ast.Schema, def *ast.Definition, f *ast.FieldDefinition) *property {
	p := &property{required: f.Type.NonNull}
	if f.Type.Elem != nil {
		p.kind = listProperty
		return p
	}
	switch f.Type.Name() {
	case "Int":
		p.kind = intProperty
	case "Float":
		p.kind = numberProperty
	case "Point":
		p.kind = pointProperty
	case "Date":
		p.kind = dayProperty
		if def.Fields.ForName(f.Name+"Latest") != nil {
			p.kind = partialProperty
		}
	}
	if enum := s.Types[f.Type.Name()]; enum != nil && enum.Kind == ast.Enum {
		p.kind = enumProperty
		for _, v := range enum.EnumValues {
			p.values = append(p.values, v.Name)
		}
	}
	return p
}

// isCompanion tells whether the field holds the latest day or the text of a
// partial date, which follow from that date.
func isCompanion(def *ast.Definition, field string) bool {
	for _, suffix := range []string{"Latest", "Text"} {
		if base, ok := strings.CutSuffix(field, suffix); ok && def.Fields.ForName(base) != nil {
			return true
		}
	}
	return false
}

// ends finds, for each type of relationship, which concrete types look along
// it in the given direction, and at which types.
func ends(s *ast.Schema, concrete []*ast.Definition, direction string) map[string]map[[2]string]string {
	found := map[string]map[[2]string]string{}
	for _, def := range concrete {
		for _, f := range def.Fields {
			d := f.Directives.ForName("relationship")
			if d == nil || f.Directives.ForName("chain") != nil || d.Arguments.ForName("direction").Value.Raw != direction {
				continue
			}
			name := d.Arguments.ForName("type").Value.Raw
			if found[name] == nil {
				found[name] = map[[2]string]string{}
			}
			properties := ""
			if arg := d.Arguments.ForName("properties"); arg != nil {
				properties = arg.Value.Raw
			}
			for _, other := range objects(s, s.Types[target(s, f)]) {
				found[name][[2]string{def.Name, other.Name}] = properties
			}
		}
	}
	return found
}

// target is the type of the nodes that the field leads to; a connection leads
// to its edges' nodes.
func target(s *ast.Schema, f *ast.FieldDefinition) string {
	name := f.Type.Name()
	if edges := s.Types[name].Fields.ForName("edges"); edges != nil {
		return s.Types[edges.Type.Name()].Fields.ForName("node").Type.Name()
	}
	return name
}

// addRelationship adds a type of relationships. Its ends are those pairs that
// see one another from either side: an event is attended by "any entity", but
// of all entities only some attend events.
func (m *model) addRelationship(s *ast.Schema, concrete []*ast.Definition, name string, outward, inward map[[2]string]string) {
	r := &relationshipType{name: name, ends: map[[2]string]bool{}}
	for pair, properties := range outward {
		if _, mutual := inward[[2]string{pair[1], pair[0]}]; !mutual {
			continue
		}
		r.ends[pair] = true
		if def := s.Types[properties]; def != nil && r.properties == nil {
			r.properties = ownProperties(def)
		}
	}
	for _, p := range tellingProperties {
		if slices.Contains(r.properties, p) {
			r.telling = p
		}
	}
	m.relationships[name] = r
}

// ownProperties are a relationship's properties but for its id and evidence.
func ownProperties(def *ast.Definition) []string {
	own := []string{}
	for _, f := range def.Fields {
		if f.Name != "id" && f.Name != "evidence" && f.Directives.ForName("cypher") == nil {
			own = append(own, f.Name)
		}
	}
	return own
}

// typeNames are those of all types that a dossier can list under entities.
func (m *model) typeNames() []string {
	var names []string
	for name := range m.types {
		if name != "Source" && name != "Figure" {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// relationshipNames are those of all types that a dossier can list under
// relationships: STATES and ABOUT follow from how a dossier is built.
func (m *model) relationshipNames() []string {
	var names []string
	for name := range m.relationships {
		if name != "STATES" && name != "ABOUT" {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// sources and targets name the types at either end of a relationship type.
func (r *relationshipType) sources() []string { return r.side(0) }
func (r *relationshipType) targets() []string { return r.side(1) }

func (r *relationshipType) side(i int) []string {
	var names []string
	for pair := range r.ends {
		if !slices.Contains(names, pair[i]) {
			names = append(names, pair[i])
		}
	}
	slices.Sort(names)
	return names
}

package graph

// model.go reads the schema's directives once, at start, into the form that
// the compiler works with: what each type is in the database and how each of
// its fields is reached. Everything below trusts it.

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"guanxi/graph/cypher"
)

// inferredSuffix ends the labels and relationship types of what is only
// INFERRED, so that no traversal meets it unasked.
const inferredSuffix = "_INFERRED"

type model struct {
	schema    *ast.Schema
	types     map[string]*typeModel
	operators map[string]map[string]*operator // filter input, operator
	mentions  map[string]bool                 // the types of relationships that are themselves a source's statement
}

// A typeModel is an object type, an interface or a union.
type typeModel struct {
	name         string
	role         typeRole
	labels       []string     // of a node: it bears one of these
	concrete     []*typeModel // the types that it may turn out to be; itself alone, unless abstract
	fields       map[string]*fieldModel
	since        []*fieldModel // of a node: what tells since when it is known; none: always
	defaultLimit int
	maxLimit     int
}

type typeRole int

const (
	plainType      typeRole = iota // a map, made by a question or a @cypher field
	nodeType                       // a node
	linkType                       // a relationship and its properties
	connectionType                 // { edges pageInfo totalCount }
)

// A fieldModel is a field of a type.
type fieldModel struct {
	def      *ast.FieldDefinition
	role     fieldRole
	property string // the database's name of a property, or the map's key
	uniqueOn string // the label on which the property is a unique key
	rel      relModel
	target   *typeModel // nil for scalars and enums
	cypher   statement  // of a @cypher field
	question string     // the file of a question
	collect  string     // of a @collected field: the expression over $via, $near and $far
	index    string     // the full-text index that it searches
	ranked   string     // the column by which a question's list comes
	arguments
}

type fieldRole int

const (
	propertyField fieldRole = iota // a property of a node or relationship, or an entry of a map
	relatedField                   // nodes at the other end of a relationship
	cypherField                    // what a hand-written statement returns
	sourceField                    // a root field: the nodes of a type
	questionField                  // a root field: the rows of a question
	textField                      // a root field: what a full-text index finds
)

// A relModel is a relationship as seen from one of its ends.
type relModel struct {
	name      string
	direction cypher.Direction
	link      *typeModel // its properties
	via       *via       // of a derived relationship: what lies between; else nil
	levels    int        // of @chain: how often it may be repeated; 0: it is a single step
}

// A statement is hand-written Cypher, and the column of it that is wanted.
type statement struct {
	text   string
	column string
}

// arguments are the definitions of a field's arguments.
type arguments map[string]*ast.ArgumentDefinition

func newModel(schema *ast.Schema) (*model, error) {
	m := &model{schema: schema, types: map[string]*typeModel{}, operators: map[string]map[string]*operator{}, mentions: map[string]bool{}}
	for name, def := range schema.Types {
		if !strings.HasPrefix(name, "__") && (def.Kind == ast.Object || isAbstract(def)) {
			m.types[name] = &typeModel{name: name, fields: map[string]*fieldModel{}}
		}
	}
	for name, t := range m.types {
		m.describeType(t, schema.Types[name])
	}
	for name, t := range m.types {
		for _, def := range schema.Types[name].Fields {
			if strings.HasPrefix(def.Name, "__") {
				continue
			}
			if err := m.describeField(t, def); err != nil {
				return nil, fmt.Errorf("schema: %s.%s: %w", name, def.Name, err)
			}
			if err := m.checkArguments(def); err != nil {
				return nil, fmt.Errorf("schema: %s.%s: %w", name, def.Name, err)
			}
		}
	}
	if err := m.describeDerived(); err != nil {
		return nil, err
	}
	m.describeUnions()
	if err := m.describeFulltext(); err != nil {
		return nil, err
	}
	if err := m.describeKnown(); err != nil {
		return nil, err
	}
	return m, m.describeOperators()
}

// describeType tells what the type is and which labels its nodes bear.
func (m *model) describeType(t *typeModel, def *ast.Definition) {
	t.concrete = []*typeModel{t}
	if isAbstract(def) {
		t.concrete = nil
		for _, possible := range m.schema.GetPossibleTypes(def) {
			if possible.Kind == ast.Object { // an interface may be implemented by interfaces, too
				t.concrete = append(t.concrete, m.types[possible.Name])
			}
		}
		slices.SortFunc(t.concrete, func(a, b *typeModel) int { return strings.Compare(a.name, b.name) })
	}
	t.role = m.roleOf(def)
	if t.role == nodeType {
		t.labels = nodeLabels(def, t.concrete)
	}
	t.defaultLimit, t.maxLimit = 100, 5000
	if limit := def.Directives.ForName("limit"); limit != nil {
		t.defaultLimit, t.maxLimit = intArg(limit, "default"), intArg(limit, "max")
	}
}

func (m *model) roleOf(def *ast.Definition) typeRole {
	switch {
	case def.Directives.ForName("node") != nil:
		return nodeType
	case isAbstract(def) && slices.ContainsFunc(m.schema.GetPossibleTypes(def), func(d *ast.Definition) bool {
		return d.Directives.ForName("node") != nil
	}):
		return nodeType
	case def.Directives.ForName("relationshipProperties") != nil:
		return linkType
	case def.Fields.ForName("pageInfo") != nil:
		return connectionType
	}
	return plainType
}

// nodeLabels are those that @node names, else the type's own; an interface
// without @node, and a union, has no label, and its nodes bear one of its types'.
func nodeLabels(def *ast.Definition, concrete []*typeModel) []string {
	node := def.Directives.ForName("node")
	if node == nil {
		var labels []string
		for _, t := range concrete {
			labels = append(labels, t.name)
		}
		return labels
	}
	if arg := node.Arguments.ForName("labels"); arg != nil {
		var labels []string
		for _, child := range arg.Value.Children {
			labels = append(labels, child.Value.Raw)
		}
		return labels
	}
	return []string{def.Name}
}

// describeField tells how the field of t is reached.
func (m *model) describeField(t *typeModel, def *ast.FieldDefinition) error {
	f := &fieldModel{def: def, property: def.Name, target: m.types[def.Type.Name()], arguments: arguments{}}
	t.fields[def.Name] = f
	for _, arg := range def.Arguments {
		f.arguments[arg.Name] = arg
	}
	if alias := def.Directives.ForName("alias"); alias != nil {
		f.property = stringArg(alias, "property")
	}
	if def.Directives.ForName("unique") != nil {
		f.uniqueOn = m.uniqueOn(m.schema.Types[t.name], def.Name)
	}
	if d := def.Directives.ForName("relationship"); d != nil {
		f.role = relatedField
		if err := m.describeRelationship(f, d); err != nil {
			return err
		}
		if chain := def.Directives.ForName("chain"); chain != nil {
			return m.describeChain(f, chain)
		}
		return nil
	}
	if d := def.Directives.ForName("derived"); d != nil {
		f.role = relatedField
		return m.describeVia(f, d)
	}
	if d := def.Directives.ForName("collected"); d != nil {
		f.collect = stringArg(d, "cypher")
	}
	if d := def.Directives.ForName("cypher"); d != nil {
		f.role = cypherField
		f.cypher = statement{stringArg(d, "statement"), stringArg(d, "columnName")}
		return f.checkWritten()
	}
	if d := def.Directives.ForName("question"); d != nil {
		f.role = questionField
		f.question, f.ranked = stringArg(d, "file"), stringArg(d, "strongest")
		return f.checkWritten()
	}
	if m.schema.Types[t.name] == m.schema.Query {
		f.role = sourceField
	}
	return nil
}

func (m *model) describeRelationship(f *fieldModel, d *ast.Directive) error {
	f.rel = relModel{name: stringArg(d, "type")}
	if d.Arguments.ForName("direction").Value.Raw == "IN" {
		f.rel.direction = cypher.In
	}
	return m.describeEnds(f, d)
}

// describeEnds finds what the relationship's properties are, and checks that it
// leads to objects.
func (m *model) describeEnds(f *fieldModel, d *ast.Directive) error {
	if properties := stringArg(d, "properties"); properties != "" {
		if f.rel.link = m.types[properties]; f.rel.link == nil {
			return fmt.Errorf("@%s names properties %q, which is no type", d.Name, properties)
		}
	}
	if f.target == nil {
		return fmt.Errorf("@%s on a field of type %s, which is no object type", d.Name, f.def.Type)
	}
	return nil
}

// uniqueOn finds the label that the unique key belongs to: that of the widest
// interface which declares it, since the database's constraint stands there.
func (m *model) uniqueOn(def *ast.Definition, field string) string {
	for _, name := range def.Interfaces {
		parent := m.schema.Types[name]
		if f := parent.Fields.ForName(field); f != nil && f.Directives.ForName("unique") != nil && parent.Directives.ForName("node") != nil {
			return m.uniqueOn(parent, field)
		}
	}
	return nodeLabels(def, nil)[0]
}

// node is the type of a connection's nodes.
func (t *typeModel) node() *typeModel {
	return t.fields["edges"].target.fields["node"].target
}

// abstract tells whether the concrete type has to be read from the labels.
func (t *typeModel) abstract() bool {
	return len(t.concrete) != 1 || t.concrete[0] != t
}

// byLabels finds the concrete type of a node among t's.
func (t *typeModel) byLabels(labels []any) *typeModel {
	for _, label := range labels {
		name, _ := label.(string)
		name = strings.TrimSuffix(name, inferredSuffix)
		for _, c := range t.concrete {
			if c.labels[0] == name {
				return c
			}
		}
	}
	return nil
}

// connection tells whether the field answers with edges and not with nodes.
func (f *fieldModel) connection() bool { return f.target != nil && f.target.role == connectionType }

// many tells whether the field answers with a list.
func (f *fieldModel) many() bool { return f.def.Type.Elem != nil }

func stringArg(d *ast.Directive, name string) string {
	if arg := d.Arguments.ForName(name); arg != nil {
		return arg.Value.Raw
	}
	return ""
}

func intArg(d *ast.Directive, name string) int {
	n, err := strconv.Atoi(d.Arguments.ForName(name).Value.Raw)
	if err != nil {
		panic(err) // the schema was validated: the argument is an Int
	}
	return n
}

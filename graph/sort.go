package graph

// sort.go turns a sort argument into sort keys, the first one given deciding.

import (
	"slices"

	"github.com/vektah/gqlparser/v2/ast"
)

// sort reads the keys. A key of a connection stands under node or edge.
func (s *selector) sort(in input, typ string, node, link *typeModel, scope scope) ([]sortKey, error) {
	items := in.items
	if in.kind == objectInput {
		items = []input{in}
	}
	var keys []sortKey
	for _, item := range items {
		item = given(item)
		if len(item.fields) == 0 {
			continue
		}
		if len(item.fields) > 1 {
			return nil, item.wrong("give each sort key an object of its own, such as [{name: ASC}, {id: DESC}]: the order of keys in one object is not kept on the way")
		}
		key, err := s.sortKey(item.fields[0], s.model.schema.Types[typ], node, link, scope)
		if err != nil {
			return nil, err
		}
		if key != nil {
			keys = append(keys, *key)
		}
	}
	return keys, nil
}

// given is the object without the keys that are null: those ask nothing.
func given(in input) input {
	in.fields = slices.DeleteFunc(slices.Clone(in.fields), func(f inputField) bool { return f.kind == nullInput })
	return in
}

// sortKey reads one key; owner has the property.
func (s *selector) sortKey(part inputField, def *ast.Definition, owner, link *typeModel, scope scope) (*sortKey, error) {
	field := def.Fields.ForName(part.name)
	switch part.kind {
	case nullInput:
		return nil, nil
	case objectInput:
		if field.Type.Name() == pointSort {
			return s.pointKey(part, owner.fields[part.name]), nil
		}
		part.input = given(part.input)
		if len(part.fields) == 0 {
			return nil, nil
		}
		if len(part.fields) > 1 {
			return nil, part.wrong("give one key under %q, and each key an object of its own", part.name)
		}
		if f := owner.fields[part.name]; f != nil && f.role == relatedField {
			return s.relatedKey(f, part.input, field.Type.Name(), scope)
		}
		if part.name == "edge" {
			owner = link
		}
		key, err := s.sortKey(part.fields[0], s.model.schema.Types[field.Type.Name()], owner, nil, scope)
		if key != nil {
			key.edge = part.name == "edge"
		}
		return key, err
	}
	key := &sortKey{property: part.name, descending: part.now == "DESC"}
	if link != nil { // the edge's own, such as a score
		owner, key.edge = link, true
	}
	if alias := field.Directives.ForName("alias"); alias != nil {
		key.property = stringArg(alias, "property")
	} else if f := owner.fields[part.name]; f != nil {
		key.property, key.required, key.unique = f.property, f.def.Type.NonNull, f.uniqueOn != ""
		key.typ = f.def.Type.Name()
	}
	return key, nil
}

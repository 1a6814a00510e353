package graph

// cache.go keeps compiled operations. Two requests share one if their text, the
// operation's name and the shape of their variables are the same, where a
// variable's shape is all of it that steers the plan: what is absent, null or
// given, which keys an object has, how many objects a list holds, and the value
// of enums and booleans.

import (
	"container/list"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"

	"github.com/vektah/gqlparser/v2/ast"
)

// A compiled operation is its plan, statement and shape.
type compiled struct {
	plan   *plan
	cypher string
	shape  *objectShape
	size   atomic.Int64 // of the last answer in bytes
}

// maxKey bounds what is kept: a plan holds its query, and literals may be long.
const maxKey = 8 << 10

// compiled gives the operation's plan from the cache, or makes it.
func (e *Engine) compiled(r Request) (*compiled, error) {
	key := e.key(r)
	if c := e.plans.get(key); c != nil {
		return c, nil
	}
	c, err := e.compile(r)
	if err != nil {
		return nil, err
	}
	if len(key.query)+len(key.shape) <= maxKey {
		e.plans.put(key, c)
	}
	return c, nil
}

// A planKey tells operations apart whose plans differ.
type planKey struct{ query, operation, shape string }

func (e *Engine) key(r Request) planKey {
	key := planKey{query: r.Query, operation: r.Operation.Name}
	if len(r.Operation.VariableDefinitions) == 0 {
		return key
	}
	var buf [256]byte
	shape := buf[:0]
	for _, v := range r.Operation.VariableDefinitions {
		value, ok := r.Variables[v.Variable]
		if !ok {
			shape = append(shape, '-')
			continue
		}
		shape = e.model.shapeKey(shape, v.Type, value)
	}
	key.shape = string(shape)
	return key
}

// shapeKey appends the shape of a value of type t.
func (m *model) shapeKey(key []byte, t *ast.Type, value any) []byte {
	if value == nil {
		return append(key, '0')
	}
	def := m.schema.Types[t.Name()]
	switch {
	case t.Elem != nil && (def.Kind == ast.InputObject || def.Kind == ast.Enum):
		items := asList(value)
		key = append(strconv.AppendInt(append(key, '['), int64(len(items)), 10), ']')
		for _, item := range items {
			key = m.shapeKey(key, t.Elem, item)
		}
		return key
	case t.Elem != nil:
		return append(key, '1')
	case def.Kind == ast.InputObject:
		return m.objectKey(key, def, value)
	case def.Kind == ast.Enum:
		name, _ := value.(string)
		return append(append(append(key, '='), name...), ';')
	case t.NamedType == "Boolean":
		yes, _ := value.(bool)
		return strconv.AppendBool(key, yes)
	}
	return append(key, '1')
}

func (m *model) objectKey(key []byte, def *ast.Definition, value any) []byte {
	object, _ := value.(map[string]any)
	names := make([]string, 0, 8)
	for name := range object {
		names = append(names, name)
	}
	slices.Sort(names)
	key = append(key, '{')
	for _, name := range names {
		field := def.Fields.ForName(name)
		if field == nil {
			continue
		}
		key = append(append(key, name...), ':')
		key = m.shapeKey(key, field.Type, object[name])
	}
	return append(key, '}')
}

// A planCache keeps the plans used last.
type planCache struct {
	mu      sync.Mutex
	max     int
	entries map[planKey]*list.Element
	recent  *list.List // of planEntry, the last used in front
}

type planEntry struct {
	key planKey
	*compiled
}

func newPlanCache(max int) *planCache {
	return &planCache{max: max, entries: map[planKey]*list.Element{}, recent: list.New()}
}

func (c *planCache) get(key planKey) *compiled {
	c.mu.Lock()
	defer c.mu.Unlock()
	element := c.entries[key]
	if element == nil {
		return nil
	}
	c.recent.MoveToFront(element)
	return element.Value.(planEntry).compiled
}

func (c *planCache) put(key planKey, p *compiled) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if element := c.entries[key]; element != nil {
		element.Value = planEntry{key, p}
		return
	}
	c.entries[key] = c.recent.PushFront(planEntry{key, p})
	if c.recent.Len() > c.max {
		last := c.recent.Back()
		c.recent.Remove(last)
		delete(c.entries, last.Value.(planEntry).key)
	}
}

// clear forgets all plans.
func (c *planCache) clear() {
	c.mu.Lock()
	defer c.mu.Unlock()
	clear(c.entries)
	c.recent.Init()
}

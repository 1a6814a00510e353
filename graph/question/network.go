// network.go answers `network`: the figures of the whole network of partnerships.

package question

import "context"

func networkRows(ctx context.Context, read Reader, args Args) (any, error) {
	p, err := project(ctx, read, args.Int("minShared"))
	if err != nil {
		return nil, err
	}
	met, isolated, components := int64(0), 0, []any{}
	for _, pair := range p.pairs {
		met += pair.shared
	}
	for _, partners := range p.near {
		if len(partners) == 0 {
			isolated++
		}
	}
	for _, size := range p.components() {
		components = append(components, map[string]any{"size": size})
	}
	return []any{map[string]any{
		"organizations": len(p.ids), "pairs": len(p.pairs), "coParticipations": met,
		"isolated": isolated, "components": components, "computed": p.computed("counted", args),
	}}, nil
}

// useMore brings the rest of a long section, a page at a time: it goes on until a page has something that is not shown yet,
// or all pages are read.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { type Answer, ask, type Truncation } from './api';
import type { Section } from './around';
import { type PageAnswer, type PageDocument, relationshipOf } from './pages';

/** What was brought, and what brings more. */
export interface More {
  rows: Section['rows'];
  /** Whether everything was read. */
  whole: boolean;
  waiting: boolean;
  error?: Answer<PageAnswer>['error'];
  /** The lists of the last page that the server cut. */
  truncated: readonly Truncation[];
  next: () => void;
}

/** The rest of a section. */
export function useMore(id: string, { type, direction, rows: known }: Section, documents: readonly PageDocument[]): More {
  const { i18n } = useTranslation();
  const [rows, setRows] = useState<Section['rows']>([]);
  const [state, setState] = useState<Omit<More, 'rows' | 'next'>>({ waiting: false, whole: false, truncated: [] });
  const place = useRef<{ document: number; after: string | null }>({ document: 0, after: null });
  const stops = useRef<(() => void)[]>([]);
  useEffect(() => () => stops.current.forEach((stop) => stop()), []);

  const next = () => {
    const document = documents[place.current.document];
    if (!document) return;
    setState({ waiting: true, whole: false, truncated: [] });
    const stop = ask(document, { id, after: place.current.after, lang: i18n.language }, ({ data, error, truncated }) => {
      if (error) return setState({ waiting: false, whole: false, error, truncated });
      const page = data?.node?.page;
      const there = new Set([...known, ...rows].map(({ relationship }) => relationship.id));
      const fresh = (page?.edges ?? [])
        .map((edge) => ({ entity: edge.node, relationship: relationshipOf(edge, id, type, direction) }))
        .filter(({ relationship }) => !there.has(relationship.id));
      if (page?.pageInfo.hasNextPage) place.current.after = page.pageInfo.endCursor;
      else place.current = { document: place.current.document + 1, after: null };
      const whole = place.current.document >= documents.length;
      if (fresh.length === 0 && !whole) return next();
      setRows((last) => [...last, ...fresh]);
      setState({ waiting: false, whole, truncated });
    });
    stops.current.push(stop);
  };
  return { rows, ...state, next };
}

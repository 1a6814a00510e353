// GraphiQL over /graphql, opened on the first questions. The editor's workers and styles are bundled, so that the page
// works without any other server.
import 'graphiql/style.css';
import './workers';
import './graphiql.css';

import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';

import { questions } from './questions';

const fetcher = createGraphiQLFetcher({ url: '/graphql' });

createRoot(document.getElementById('graphiql')!).render(
  <GraphiQL
    fetcher={fetcher}
    defaultTabs={questions}
    defaultEditorToolsVisibility={false}
    isHeadersEditorEnabled={false}
    showPersistHeadersSettings={false}
  >
    <GraphiQL.Logo>
      <a href="/schema.graphql">Guanxi 关系</a>
    </GraphiQL.Logo>
  </GraphiQL>,
);

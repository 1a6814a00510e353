// GraphiQL over /graphql, opened on the first questions. The editor's workers and styles are bundled, so that the page
// works without any other server. A question in the address goes before them.
import 'graphiql/style.css';
import './workers';
import './graphiql.css';

import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';

import { askedQuestion } from './asked';
import { questions } from './questions';

const asked = askedQuestion(location.hash);
const fetcher = createGraphiQLFetcher({ url: '/graphql' });

createRoot(document.getElementById('graphiql')!).render(
  <GraphiQL
    fetcher={fetcher}
    defaultTabs={questions}
    initialQuery={asked?.query}
    initialVariables={asked?.variables}
    defaultEditorToolsVisibility={false}
    isHeadersEditorEnabled={false}
    showPersistHeadersSettings={false}
  >
    <GraphiQL.Logo>
      <a href="/">Guanxi 关系</a>
    </GraphiQL.Logo>
  </GraphiQL>,
);

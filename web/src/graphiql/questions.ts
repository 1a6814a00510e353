// The questions that GraphiQL opens with, one a tab. They are files under ../../questions, so that the tests can hold them
// to the schema.
import agreements from '../../questions/agreements-of-a-university.graphql?raw';
import partners from '../../questions/partners-in-a-country.graphql?raw';
import meetings from '../../questions/who-met-whom.graphql?raw';

export const questions = [partners, agreements, meetings].map((query) => ({ query }));

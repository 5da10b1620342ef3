/** Every query that LangSmith's guides to querying runs print, and the two programs they end with. */
import { CONTENT_RECIPES } from './recipes/content-recipes.ts';
import { LIST_RECIPES } from './recipes/list-recipes.ts';
import { METADATA_RECIPES } from './recipes/metadata-recipes.ts';
import { TRACE_RECIPES } from './recipes/trace-recipes.ts';
import type { Recipe } from './recipe.ts';

export const RECIPES: readonly Recipe[] = [
  ...LIST_RECIPES,
  ...CONTENT_RECIPES,
  ...METADATA_RECIPES,
  ...TRACE_RECIPES,
];

export function findRecipe(id: string): Recipe | undefined {
  return RECIPES.find((each) => each.id === id);
}

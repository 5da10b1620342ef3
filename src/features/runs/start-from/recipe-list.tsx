import { useState } from 'react';
import { applyPatch } from '../../../snippets/apply-patch.ts';
import type { Recipe } from '../../../snippets/recipe.ts';
import { RECIPES } from '../../../snippets/recipes.ts';
import { SearchField } from '../../../ui/search-field.tsx';
import type { StartPanelProps } from './start-panel.tsx';
import styles from './start-panel.module.css';

export function RecipeList({ screen, onChosen }: StartPanelProps) {
  const [search, setSearch] = useState('');
  const found = RECIPES.filter((recipe) => matches(recipe, search));
  const groups = [...new Set(found.map(({ group }) => group))];
  return (
    <div className={styles.part}>
      <SearchField
        label="Search recipes"
        placeholder={`Search ${RECIPES.length} recipes`}
        value={search}
        onChange={setSearch}
      />
      <p className={styles.remark}>
        The queries of LangSmith’s own guides. Words in them are examples: replace them with yours.
      </p>
      <div className={styles.scroll}>
        {groups.map((group) => (
          <section key={group} aria-label={group}>
            <h3 className={styles.heading}>{group}</h3>
            <ul>
              {found
                .filter((recipe) => recipe.group === group)
                .map((recipe) => (
                  <li key={recipe.id}>
                    <button
                      type="button"
                      className={styles.item}
                      onClick={() => onChosen(applyPatch(screen, recipe.patch, []))}
                    >
                      <span className={styles.title}>{recipe.title}</span>
                      <span className={styles.detail}>{recipe.description}</span>
                    </button>
                  </li>
                ))}
            </ul>
          </section>
        ))}
        {found.length === 0 && <p className={styles.remark}>No recipe has “{search}”.</p>}
      </div>
    </div>
  );
}

function matches({ title, description, group, patch }: Recipe, search: string): boolean {
  const text = [title, description, group, patch.filter, patch.traceFilter, patch.treeFilter].join(' ');
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.toLowerCase().includes(word));
}

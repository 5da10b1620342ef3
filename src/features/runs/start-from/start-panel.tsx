import { useState } from 'react';
import type { Api } from '../../../contract/api.ts';
import type { RunsScreen, Screen } from '../../../url/screens.ts';
import { Tabs } from '../../../ui/tabs.tsx';
import { PasteForm } from './paste-form.tsx';
import { RecentList } from './recent-list.tsx';
import { RecipeList } from './recipe-list.tsx';
import styles from './start-panel.module.css';

export interface StartPanelProps {
  readonly api: Api;
  readonly screen: RunsScreen;
  readonly onChosen: (next: RunsScreen) => void;
  readonly hrefOf: (screen: Screen) => string;
}

/** Three ways not to begin with an empty filter. */
export function StartPanel(props: StartPanelProps) {
  const [tab, setTab] = useState('recipes');
  return (
    <div className={styles.panel}>
      <Tabs
        label="Start from"
        selected={tab}
        onSelect={setTab}
        tabs={[
          { id: 'recipes', label: 'Recipes', content: <RecipeList {...props} /> },
          { id: 'paste', label: 'Paste anything', content: <PasteForm {...props} /> },
          { id: 'recent', label: 'Recent', content: <RecentList {...props} /> },
        ]}
      />
    </div>
  );
}

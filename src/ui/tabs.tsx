import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';
import styles from './tabs.module.css';

export interface TabItem {
  readonly id: string;
  readonly label: string;
  readonly badge?: ReactNode;
  /** A function is called only for the selected tab. */
  readonly content: ReactNode | (() => ReactNode);
}

export interface TabsProps {
  readonly label: string;
  readonly selected: string;
  readonly onSelect: (id: string) => void;
  readonly tabs: readonly TabItem[];
  /** The first tab begins where the text above it begins: for tabs that are not the head of a pane. */
  readonly isFlush?: boolean;
}

export function Tabs({ label, selected, onSelect, tabs, isFlush }: TabsProps) {
  return (
    <AriaTabs
      selectedKey={selected}
      onSelectionChange={(key) => key !== selected && onSelect(String(key))}
      className={styles.tabs}
      data-flush={isFlush || undefined}
    >
      <TabList aria-label={label} className={styles.list}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className={styles.tab}>
            {tab.label}
            {tab.badge !== undefined && <span className={styles.badge}>{tab.badge}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className={styles.panel}>
          {tab.id === selected && (typeof tab.content === 'function' ? tab.content() : tab.content)}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}

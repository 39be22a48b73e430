import { useEffect, useRef, type ReactNode } from 'react';

interface Props {
  name: string;
  role: string;
  /** Buttons and links; each leaves the menu. */
  children: ReactNode;
}

/** Who is signed in, in the corner; a press opens what concerns this person. */
export function MeMenu({ name, role, children }: Props) {
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const leave = (event: Event) => {
      const escape = event instanceof KeyboardEvent && event.key === 'Escape';
      const outside = event.target instanceof Node && !menu.current?.contains(event.target);
      if (menu.current && (escape || outside)) menu.current.open = false;
    };
    const signs = ['keydown', 'pointerdown', 'focusin'];
    for (const sign of signs) document.addEventListener(sign, leave);
    return () => {
      for (const sign of signs) document.removeEventListener(sign, leave);
    };
  }, []);
  return (
    <details className="me" ref={menu}>
      <summary>
        <span className="me-face" aria-hidden>
          {initials(name)}
        </span>
        <span className="me-name">
          {name}
          <small>{role}</small>
        </span>
      </summary>
      <div className="me-menu">{children}</div>
    </details>
  );
}

export function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return ((words[0]?.[0] ?? '') + (words.length > 1 ? words.at(-1)![0] : '')).toUpperCase();
}

import { createRoot } from 'react-dom/client';
import '../ui/tokens.css';
import '../ui/fonts.css';
import './kiosk.css';
import { Kiosk } from './Kiosk.tsx';

createRoot(document.querySelector('#root')!).render(<Kiosk />);

/** The sections that edit the office profile, each one part of the same record. */
import { profileSection } from './ProfileForm.tsx';
import { KioskFields } from './KioskFields.tsx';
import { ListFields } from './ListFields.tsx';
import { OfficeFields } from './OfficeFields.tsx';
import { PhotocopyFields } from './PhotocopyFields.tsx';
import { PrinterFields } from './PrinterFields.tsx';
import { PrivacyFields } from './PrivacyFields.tsx';
import { ScannerFields } from './ScannerFields.tsx';
import { ServiceFields } from './ServiceFields.tsx';
import { SoftcopyFields } from './SoftcopyFields.tsx';

export const OfficeSettings = profileSection(OfficeFields);
export const ServiceSettings = profileSection(ServiceFields);
export const ListSettings = profileSection(ListFields);
export const KioskSettings = profileSection(KioskFields);
export const PhotocopySettings = profileSection(PhotocopyFields);
export const PrivacySettings = profileSection(PrivacyFields);
export const PrinterSettings = profileSection(PrinterFields);
export const ScannerSettings = profileSection(ScannerFields);
export const SoftcopySettings = profileSection(SoftcopyFields);

// Backoffice

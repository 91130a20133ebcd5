SELECT /* columns */ FROM /* view */ ORDER BY line
